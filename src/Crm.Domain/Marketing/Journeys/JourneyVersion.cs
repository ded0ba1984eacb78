using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One version of a journey. Once published, it stays as it is, for those who are on the way.</summary>
public sealed class JourneyVersion
{
    private JourneyVersion() => Definition = null!;

    internal JourneyVersion(int number, JourneyDefinition definition, Instant now)
    {
        Number = number;
        Definition = null!;
        Take(definition, now);
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>Where it stands.</summary>
    public JourneyVersionStatus Status { get; private set; }

    /// <summary>When it was written last.</summary>
    public Instant WrittenAt { get; private set; }

    /// <summary>When it was published; null before.</summary>
    public Instant? PublishedAt { get; private set; }

    /// <summary>When it was retired; null before.</summary>
    public Instant? RetiredAt { get; private set; }

    internal void Take(JourneyDefinition definition, Instant now) => (Definition, WrittenAt) = (definition.ToJson(), now);

    internal void Publish(Instant now) => (Status, PublishedAt) = (JourneyVersionStatus.Published, now);

    internal void Retire(Instant now) => (Status, RetiredAt) = (JourneyVersionStatus.Retired, now);
}
