namespace Crm.Domain.Marketing;

/// <summary>An event that a version of a journey waits for: for its entry, its decisions or its goal.</summary>
public sealed class JourneyEventName
{
    private JourneyEventName() => Name = null!;

    internal JourneyEventName(int number, string name) => (Number, Name) = (number, name);

    /// <summary>The version.</summary>
    public int Number { get; private set; }

    /// <summary>Stored name of the event.</summary>
    public string Name { get; private set; }
}
