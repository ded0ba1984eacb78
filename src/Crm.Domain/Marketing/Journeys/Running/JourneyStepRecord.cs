using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A step of a run that is over: there is one of each run and step, so that no step is done twice.</summary>
public sealed class JourneyStepRecord
{
    /// <summary>Most characters of a note.</summary>
    public const int MaxNoteLength = 200;

    private JourneyStepRecord() => Step = null!;

    internal JourneyStepRecord(JourneyRun run, WalkedStep walked, Instant now)
    {
        (RunId, JourneyId, Number) = (run.Id, run.JourneyId, run.Number);
        (Step, ArrivedAt, At, Outcome) = (walked.Step, walked.ArrivedAt, now, walked.Outcome);
        Note = walked.Note is { Length: > MaxNoteLength } longer ? longer[..MaxNoteLength] : walked.Note;
    }

    /// <summary>The run.</summary>
    public JourneyRunId RunId { get; private set; }

    /// <summary>The step.</summary>
    public string Step { get; private set; }

    /// <summary>The journey.</summary>
    public JourneyId JourneyId { get; private set; }

    /// <summary>Its version.</summary>
    public int Number { get; private set; }

    /// <summary>When the contact arrived.</summary>
    public Instant ArrivedAt { get; private set; }

    /// <summary>When the step was over.</summary>
    public Instant At { get; private set; }

    /// <summary>What came of it.</summary>
    public JourneyStepOutcome Outcome { get; private set; }

    /// <summary>What was done, or the code of the reason why it was not.</summary>
    public string? Note { get; private set; }
}
