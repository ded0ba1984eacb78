using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Cases that one batch of messages opens or continues. What it changes is written by <see cref="WriteAsync"/> and the save that follows.</summary>
public interface ICaseIntakeBatch
{
    /// <summary>Loads cases, and those that they were merged into.</summary>
    /// <param name="numbers">Numbers, some of which may name no case.</param>
    /// <param name="ids">Ids, some of which may name no case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When they are loaded.</returns>
    Task LoadAsync(IReadOnlyCollection<CaseNumber> numbers, IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken);

    /// <summary>A case that was loaded or opened in this batch, by its number.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The case, or the one it was merged into; null when there is none.</returns>
    CaseStanding? Find(CaseNumber number);

    /// <summary>A case that was loaded or opened in this batch, by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The case, or the one it was merged into; null when there is none.</returns>
    CaseStanding? Find(ServiceCaseId id);

    /// <summary>Whether a message goes into its case, or opens a new one.</summary>
    /// <param name="standing">How the case stands.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>True for into its case.</returns>
    bool TakesFollowUp(CaseStanding standing, Instant now);

    /// <summary>Opens a case.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="customerName">Name of the customer, the author of the description.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The case.</returns>
    Task<CaseStanding> OpenAsync(CaseDetails details, string customerName, Instant now, CancellationToken cancellationToken);

    /// <summary>Takes a message into a case. A closed one is reopened first, unless a program wrote the message.</summary>
    /// <param name="id">A case that <see cref="Find(ServiceCaseId)"/> returned.</param>
    /// <param name="mail">The message.</param>
    /// <param name="now">The current instant.</param>
    void Receive(ServiceCaseId id, CaseMail mail, Instant now);

    /// <summary>Writes the cases that were opened. Those that changed are written by the next save.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task WriteAsync(CancellationToken cancellationToken);
}
