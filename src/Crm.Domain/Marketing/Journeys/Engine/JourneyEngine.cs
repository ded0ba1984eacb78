namespace Crm.Domain.Marketing;

/// <summary>
/// Takes a contact from where they stand as far as they come at one moment. When a wait ends follows from when it began alone, so that
/// asking too early or too often changes nothing.
/// </summary>
internal static class JourneyEngine
{
    public static async Task<JourneyWalk> WalkAsync(JourneyDefinition journey, JourneyPosition from, IJourneyWorld world, CancellationToken cancellationToken)
    {
        var steps = new List<WalkedStep>();
        for (var at = from; ;)
        {
            var step = journey.Step(at.Step);
            var (outcome, note, next) = (JourneyStepOutcome.Done, (string?)null, (string?)null);
            switch (step)
            {
                case JourneyActionStep act:
                    if (journey.Exit is { } exit && await world.HoldsAsync(exit, cancellationToken).ConfigureAwait(false))
                    {
                        return new JourneyWalk(steps) { End = JourneyRunStatus.Left };
                    }

                    if (!act.IsEnd)
                    {
                        var acted = await world.ActAsync(act, cancellationToken).ConfigureAwait(false);
                        (outcome, note) = (acted.IsDone ? JourneyStepOutcome.Done : JourneyStepOutcome.Skipped, acted.Note);
                    }

                    next = act.Next;
                    break;
                case JourneyConditionStep condition:
                    outcome = await world.HoldsAsync(condition.When, cancellationToken).ConfigureAwait(false) ? JourneyStepOutcome.Yes : JourneyStepOutcome.No;
                    next = outcome == JourneyStepOutcome.Yes ? condition.Yes : condition.No;
                    break;
                case JourneyDecisionStep decision:
                    var until = JourneyDelay.Add(at.ArrivedAt, decision.Within, await world.ZoneAsync(cancellationToken).ConfigureAwait(false));
                    if (await world.ReactedAsync(decision, at.ArrivedAt, until, cancellationToken).ConfigureAwait(false))
                    {
                        (outcome, next) = (JourneyStepOutcome.Yes, decision.Yes);
                    }
                    else if (world.Now < until)
                    {
                        return new JourneyWalk(steps) { Position = at, DueAt = until };
                    }
                    else
                    {
                        (outcome, next) = (JourneyStepOutcome.No, decision.No);
                    }

                    break;
                case JourneyDelayStep { Delay: var delay } wait:
                    var due = delay.Due(at.ArrivedAt, await world.ZoneAsync(cancellationToken).ConfigureAwait(false));
                    if (world.Now < due)
                    {
                        return new JourneyWalk(steps) { Position = at, DueAt = due };
                    }

                    next = wait.Next;
                    break;
            }

            steps.Add(new WalkedStep(step.Key, at.ArrivedAt, outcome, note));
            if (next is null)
            {
                return new JourneyWalk(steps) { End = JourneyRunStatus.Completed };
            }

            at = new JourneyPosition(next, world.Now);
        }
    }
}
