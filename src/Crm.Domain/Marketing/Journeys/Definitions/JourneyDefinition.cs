using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>
/// What a journey does, as data: who enters, who leaves early, and the steps. The first step is where everybody begins; each step names
/// the one that follows, and a step that names none ends the journey. No step can be reached twice.
/// </summary>
/// <param name="Entry">Who enters.</param>
/// <param name="Steps">The steps; the first one is the beginning.</param>
public sealed record JourneyDefinition(JourneyEntry Entry, IReadOnlyList<JourneyStep> Steps)
{
    /// <summary>Most steps.</summary>
    public const int MaxSteps = 100;

    /// <summary>Most characters of the JSON.</summary>
    public const int MaxLength = 64_000;

    /// <summary>The largest share of the control group.</summary>
    public const decimal MaxControlShare = 0.5m;

    /// <summary>Whether somebody whose run is over may enter again; never when left out.</summary>
    public JourneyReentry Reentry { get; init; } = JourneyReentry.Never;

    /// <summary>Whoever these criteria hold for leaves before the next action; null when nobody leaves early.</summary>
    public Criterion? Exit { get; init; }

    /// <summary>The share of those who enter that is only watched, from 0 to <see cref="MaxControlShare"/>.</summary>
    public decimal ControlShare { get; init; }

    /// <summary>What the journey is for; null when it is not measured.</summary>
    public JourneyGoal? Goal { get; init; }

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="errors">Words for errors.</param>
    /// <returns>The definition; otherwise <c>JourneyMalformed</c>, <c>JourneyStepUnknown</c>, <c>JourneyStepTwice</c>, <c>JourneyCyclic</c>, <c>JourneyStepUnreachable</c> or an error of criteria, each with its place.</returns>
    public static CrmResult<JourneyDefinition> Parse(string json, CrmErrorDescriber? errors = null) => JourneyReader.Read(json, errors ?? CrmErrorDescriber.Default);

    /// <summary>The JSON that <see cref="Parse"/> reads.</summary>
    /// <returns>One line of JSON.</returns>
    public string ToJson() => JourneyWriter.Write(this);

    internal JourneyStep Step(string key) => Steps.First(s => s.Key == key);
}
