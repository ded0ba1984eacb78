using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>What a survey asked from one moment on; never changed.</summary>
public sealed class SurveyVersion
{
    private SurveyVersion() => (Definition, ActorId) = (null!, null!);

    internal SurveyVersion(int number, string definition, string actorId, Instant now) => (Number, Definition, ActorId, PublishedAt) = (number, definition, actorId, now);

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The definition as JSON.</summary>
    public string Definition { get; private set; }

    /// <summary>Who published it.</summary>
    public string ActorId { get; private set; }

    /// <summary>When.</summary>
    public Instant PublishedAt { get; private set; }
}
