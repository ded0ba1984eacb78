using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Takes a contact in memory through a journey, with the engine that takes stored ones and a clock that jumps from wait to wait. Nothing is
/// done, sent or stored; tags and fields that actions set are seen by the criteria that follow.
/// </summary>
public static class JourneySimulation
{
    /// <summary>Runs a journey to its end.</summary>
    /// <param name="journey">The journey.</param>
    /// <param name="contact">The contact; its record takes what actions set.</param>
    /// <param name="start">When they enter.</param>
    /// <returns>How it went; <see cref="JourneyRunStatus.Removed"/> without a step when the criteria of the entry do not hold; or an error of criteria.</returns>
    public static CrmResult<SimulatedJourney> Run(JourneyDefinition journey, SimulatedContact contact, Instant start)
    {
        ArgumentNullException.ThrowIfNull(journey);
        ArgumentNullException.ThrowIfNull(contact);
        if (JourneyDefinition.Parse(journey.ToJson()) is { Succeeded: false } wrong)
        {
            return CrmResult<SimulatedJourney>.Failed(wrong.Errors);
        }

        try
        {
            return Run(journey, new SimulatedWorld(contact) { Now = start });
        }
        catch (CrmRuleException refused)
        {
            return CrmResult<SimulatedJourney>.Failed(refused.Errors);
        }
    }

    private static SimulatedJourney Run(JourneyDefinition journey, SimulatedWorld world)
    {
        var steps = new List<SimulatedStep>();
        if (journey.Entry.When != Criterion.Everything && !Now(world.HoldsAsync(journey.Entry.When, CancellationToken.None)))
        {
            return new SimulatedJourney(steps, JourneyRunStatus.Removed, world.Now);
        }

        var at = new JourneyPosition(journey.Steps[0].Key, world.Now);
        while (true)
        {
            var walk = Now(JourneyEngine.WalkAsync(journey, at, world, CancellationToken.None));
            steps.AddRange(walk.Steps.Select(s => new SimulatedStep(s.Step, s.ArrivedAt, world.Now, s.Outcome, s.Note)));
            if (walk.End is { } end)
            {
                return new SimulatedJourney(steps, end, world.Now);
            }

            at = walk.Position!.Value;
            var due = walk.DueAt!.Value;
            world.Now = journey.Step(at.Step) is JourneyDecisionStep decision && world.FirstReaction(decision, at.ArrivedAt, due) is { } reaction ? reaction : due;
        }
    }

    // Nothing in memory waits for anything.
    private static T Now<T>(Task<T> done) => done.IsCompleted ? done.GetAwaiter().GetResult() : throw new InvalidOperationException("A simulation does not wait.");
}
