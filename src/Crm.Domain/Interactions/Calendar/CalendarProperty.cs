namespace Crm.Domain.Interactions;

/// <summary>One content line of iCalendar: a name, parameters and a value as it stands there, escapes included.</summary>
/// <param name="Name">The name, in upper case.</param>
/// <param name="Value">The value.</param>
/// <param name="Parameters">Names in upper case and values, without quotes.</param>
internal sealed record CalendarProperty(string Name, string Value, params IReadOnlyList<KeyValuePair<string, string>> Parameters)
{
    /// <summary>The line on which it was read, from 1; not part of what it says.</summary>
    public int Line { get; init; }

    /// <summary>A property whose value is text for people.</summary>
    public static CalendarProperty OfText(string name, string text) => new(name, CalendarEscapes.Escape(text));

    public string? Parameter(string name) => Parameters.Where(p => p.Key == name).Select(p => p.Value).FirstOrDefault();

    public bool Equals(CalendarProperty? other) => other is not null && Name == other.Name && Value == other.Value && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(Name, Value, Parameters.Count);
}
