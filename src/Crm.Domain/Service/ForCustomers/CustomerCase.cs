using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A case as its customer may see it: no notes, no names of statuses, no agents, nothing that a program or a third party wrote.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">The number people quote.</param>
/// <param name="Subject">What is wrong.</param>
/// <param name="Status">Where it stands, in the words for customers and the current UI culture.</param>
/// <param name="IsSettled">Whether a solution was given or nothing more is to be done.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Solution">The solution, while it stands.</param>
/// <param name="Messages">What the customer and the business wrote to each other, oldest first, that of cases merged into this one included.</param>
public sealed record CustomerCase(
    ServiceCaseId Id, CaseNumber Number, string Subject, string Status, bool IsSettled, Instant OpenedAt, string? Solution, IReadOnlyList<CustomerCaseMessage> Messages)
{
    /// <summary>Whether answers are told by a message to whom the reader acts for.</summary>
    public bool IsFollowed { get; init; }
}
