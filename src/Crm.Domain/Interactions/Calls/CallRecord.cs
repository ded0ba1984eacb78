using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>What a telephone call or conference was, beside what was said. Part of <see cref="Interaction"/>; changed by its acts.</summary>
public sealed class CallRecord
{
    /// <summary>Longest reference to a recording.</summary>
    public const int MaxRecordingLength = 400;

    private CallRecord()
    {
    }

    internal CallRecord(CallDetails details) => Set(details);

    /// <summary>How far the call got.</summary>
    public CallStatus Status { get; private set; }

    /// <summary>The number that was dialled.</summary>
    public string? NumberDialled { get; private set; }

    /// <summary>What kind of number that is.</summary>
    public DialledNumberKind NumberKind { get; private set; }

    /// <summary>Where the recording is found.</summary>
    public string? Recording { get; private set; }

    /// <summary>How long the caller waited for an answer.</summary>
    public Duration? Wait { get; private set; }

    /// <summary>How long both sides spoke.</summary>
    public Duration? Talk { get; private set; }

    /// <summary>How long the other side was put on hold.</summary>
    public Duration? Hold { get; private set; }

    /// <summary>How long the agent worked on it afterwards.</summary>
    public Duration? WrapUp { get; private set; }

    /// <summary>How long the call kept the agent: talk, hold and wrap-up.</summary>
    /// <returns>The sum; null where nothing of it is known.</returns>
    public Duration? HandleTime() => Talk is null && Hold is null && WrapUp is null
        ? null
        : (Talk ?? Duration.Zero) + (Hold ?? Duration.Zero) + (WrapUp ?? Duration.Zero);

    /// <summary>How long both sides were on the line once it was answered.</summary>
    internal Duration? Spoken() => Talk is { } talk ? talk + (Hold ?? Duration.Zero) : null;

    /// <summary>Takes over what is known now; what is not said stays.</summary>
    internal void Set(CallDetails details)
    {
        var (status, kind) = (Guard.Defined(details.Status), Guard.Defined(details.NumberKind));
        var (number, recording) = (Guard.OptionalLine(details.NumberDialled, Interaction.MaxAddressLength), Guard.OptionalLine(details.Recording, MaxRecordingLength));
        foreach (var duration in new[] { details.Wait, details.Talk, details.Hold, details.WrapUp })
        {
            if (duration < Duration.Zero)
            {
                throw new ArgumentException("A call does not end before it begins.", nameof(details));
            }
        }

        (Status, NumberDialled, Recording) = (status, number ?? NumberDialled, recording ?? Recording);
        NumberKind = kind == DialledNumberKind.Unknown ? NumberKind : kind;
        (Wait, Talk, Hold, WrapUp) = (details.Wait ?? Wait, details.Talk ?? Talk, details.Hold ?? Hold, details.WrapUp ?? WrapUp);
    }
}
