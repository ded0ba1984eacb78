namespace Crm.Domain.Interactions;

/// <summary>A component of iCalendar, from <c>BEGIN</c> to <c>END</c>.</summary>
/// <param name="Name">The name, in upper case.</param>
internal sealed record CalendarComponent(string Name)
{
    public List<CalendarProperty> Properties { get; } = [];

    public List<CalendarComponent> Components { get; } = [];

    public CalendarProperty? Find(string name) => Properties.Find(p => p.Name == name);

    public void Add(string name, string? value, params IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        if (value is not null)
        {
            Properties.Add(new CalendarProperty(name, value, parameters));
        }
    }

    public void AddText(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            Properties.Add(CalendarProperty.OfText(name, text));
        }
    }

    public bool Equals(CalendarComponent? other) =>
        other is not null && Name == other.Name && Properties.SequenceEqual(other.Properties) && Components.SequenceEqual(other.Components);

    public override int GetHashCode() => HashCode.Combine(Name, Properties.Count, Components.Count);
}
