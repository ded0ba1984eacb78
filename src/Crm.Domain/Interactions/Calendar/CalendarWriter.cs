using System.Text;

namespace Crm.Domain.Interactions;

/// <summary>Writes components as content lines, folded to 75 octets between characters, ended by CR LF (RFC 5545, section 3.1).</summary>
internal static class CalendarWriter
{
    private const int MaxOctets = 75;

    public static string Write(CalendarComponent component)
    {
        var text = new StringBuilder();
        Write(text, component);
        return text.ToString();
    }

    private static void Write(StringBuilder text, CalendarComponent component)
    {
        Fold(text, $"BEGIN:{component.Name}");
        foreach (var property in component.Properties)
        {
            Fold(text, property.Name + string.Concat(property.Parameters.Select(p => $";{p.Key}={CalendarEscapes.Parameter(p.Value)}")) + ":" + property.Value);
        }

        component.Components.ForEach(c => Write(text, c));
        Fold(text, $"END:{component.Name}");
    }

    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
