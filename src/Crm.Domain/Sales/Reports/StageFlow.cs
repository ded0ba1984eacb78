using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>What became of the stays in a stage.</summary>
/// <param name="Stage">Key of the open stage.</param>
/// <param name="Name">Its name.</param>
/// <param name="Entered">How many stays began.</param>
/// <param name="Left">How many of them ended.</param>
/// <param name="Forward">How many ended in a later open stage, or won.</param>
/// <param name="Conversion">Forward as a fraction of those that ended; null where none did.</param>
/// <param name="MeanStay">The mean length of the stays that ended; null where none did.</param>
/// <param name="Next">How many went to which stage, the most frequent first.</param>
public sealed record StageFlow(
    string Stage, string Name, long Entered, long Left, long Forward, double? Conversion, Duration? MeanStay, IReadOnlyList<KeyValuePair<string, long>> Next);
