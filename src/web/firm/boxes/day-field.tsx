import { isDay } from '../../../lib/day.ts';
import { DateField, TextField } from '../../ui/text-field.tsx';
import { type BoxesView, fieldAt } from './boxes-frame.tsx';

/** A calendar for a day; what was sent by a program and is none is shown as text, since a calendar would drop it. */
export function DayField(props: { view: BoxesView; path: string; required?: boolean; help?: string }) {
  const field = fieldAt(props.view, props.path, { required: props.required ?? true, help: props.help });
  return field.value === '' || isDay(field.value) ? <DateField {...field} /> : <TextField {...field} width="short" />;
}
