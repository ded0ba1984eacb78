using Crm.Domain.Privacy;

namespace Crm.Samples.Console.Privacy;

/// <summary>How consents are printed.</summary>
internal static class ConsentRows
{
    public static IReadOnlyList<string> StateColumns { get; } = ["Purpose", "Channel", "Stands", "Since", "Until", "Source"];

    public static IReadOnlyList<string> EntryColumns { get; } = ["At", "Purpose", "Channel", "Status", "Origin", "Source", "Wording", "Proof", "Until"];

    public static object State(ConsentState state) => new
    {
        Purpose = state.Purpose.Value, Channel = state.Channel.Value, state.Standing, Since = state.Decisive?.At, state.Decisive?.Until, state.Decisive?.Source, Entry = state.Decisive?.Id,
    };

    public static object?[] StateCells(ConsentState state) =>
        [state.Purpose, state.Channel, state.Standing, state.Decisive?.At, state.Decisive?.Until, state.Decisive?.Source];

    public static object Entry(ConsentRecord entry) => new
    {
        entry.Id, Customer = entry.CustomerId, Purpose = entry.Purpose?.Value, Channel = entry.Channel?.Value, entry.Status, entry.Basis, entry.Origin, entry.Source, entry.Wording, entry.Proof,
        entry.At, entry.RecordedAt, entry.Until, entry.ActorId, entry.ActorName, Answers = entry.AnswersId, Merge = entry.MergeId,
    };

    public static object?[] EntryCells(ConsentRecord entry) =>
        [entry.At, entry.Purpose?.Value ?? "(every)", entry.Channel?.Value ?? "(every)", entry.Status, entry.Origin, entry.Source, entry.Wording, entry.Proof, entry.Until];
}
