using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Answers what people may ask of their data: a copy of all of it, and its erasure.</summary>
/// <remarks>Scoped service. <see cref="EraseAsync"/> saves by itself, in one transaction.</remarks>
[FrontDoor]
public sealed class PrivacyOffice(
    IPersonalDataStore store,
    IErasureStore erasures,
    ISuppressionStore suppressions,
    IPrivacyMeasureStore measures,
    ICustomerQueries customers,
    ICrmUnitOfWork unitOfWork,
    AddressHashes hashes,
    CrmActs acts)
{
    /// <summary>The name of a person whose data were erased.</summary>
    public const string ErasedName = "Erased customer";

    /// <summary>Reads everything that is stored about a customer: all areas, the history of changes, events, merges and whom they absorbed.</summary>
    /// <param name="customerId">The customer; the id of one that was merged gives the survivor's data.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The export, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<PersonalDataExport>> ExportAsync(CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<PersonalDataExport>(
        "privacy.export",
        async now => await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is { } customer
            ? new PersonalDataExport(customer, now, await store.ExportAsync(customer.Id, cancellationToken).ConfigureAwait(false))
            : acts.Errors.CustomerNotFound(customerId.ToString()),
        cancellationToken);

    /// <summary>Says what an erasure would do, and changes nothing. Needs no key.</summary>
    /// <param name="customerId">The person.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The plan, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>CustomerAlreadyMerged</c>, <c>NotAPerson</c>,
    /// <c>CustomerAlreadyErased</c>, <c>LegalHoldInForce</c>.</returns>
    public Task<CrmResult<ErasurePlan>> PlanErasureAsync(CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<ErasurePlan>(
        "privacy.erase",
        async now => await RefuseAsync(customerId, now, cancellationToken).ConfigureAwait(false) is var (subject, refused) && refused is not null
            ? refused
            : new ErasurePlan(customerId, await erasures.RunAsync(customerId, null, cancellationToken).ConfigureAwait(false), AddressesOf(subject!).Count),
        cancellationToken);

    /// <summary>
    /// Erases a person and saves: what names, reaches or describes the person goes from every table, from audit, events, search and
    /// the record of merges; orders and figures stay with an anonymous customer. Addresses and numbers are kept as keyed hashes, never
    /// to be used again. A merge of the person cannot be undone any more.
    /// </summary>
    /// <param name="customerId">The person; one that was merged is erased by its survivor's id.</param>
    /// <param name="cancellationToken">Cancels the act; nothing is written then.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>CustomerAlreadyMerged</c>, <c>NotAPerson</c>,
    /// <c>CustomerAlreadyErased</c>, <c>LegalHoldInForce</c>, <c>SuppressionKeyMissing</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<ErasurePlan>> EraseAsync(CustomerId customerId, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<ErasurePlan>(
            "privacy.erase",
            async now =>
            {
                var (_, refused) = await RefuseAsync(customerId, now, token).ConfigureAwait(false);
                if (refused is not null)
                {
                    return refused;
                }

                if (!await erasures.HoldAsync(customerId, token).ConfigureAwait(false))
                {
                    return acts.Errors.VersionConflict($"{nameof(Customer)} {customerId}");
                }

                // Whoever came first may have merged, erased or held the customer meanwhile.
                (var subject, refused) = await RefuseAsync(customerId, now, token).ConfigureAwait(false);
                return refused is not null ? refused
                    : !hashes.HasKey ? acts.Errors.SuppressionKeyMissing()
                    : await CarryOutAsync(subject!, now, token).ConfigureAwait(false);
            },
            token),
        cancellationToken);

    private async Task<CrmResult<ErasurePlan>> CarryOutAsync(ErasureSubject subject, Instant now, CancellationToken cancellationToken)
    {
        var suppressed = AddressesOf(subject).ConvertAll(a => hashes.Of(a.Kind, a.Key));
        await suppressions.AddAsync([.. suppressed.Select(h => new SuppressedAddress(h, now, "erased"))], cancellationToken).ConfigureAwait(false);
        var rows = await erasures.RunAsync(subject.Identity.Id, now, cancellationToken).ConfigureAwait(false);
        return new ErasurePlan(subject.Identity.Id, rows, suppressed.Count) { ErasedAt = now };
    }

    private async Task<(ErasureSubject? Subject, CrmError? Refused)> RefuseAsync(CustomerId id, Instant now, CancellationToken cancellationToken)
    {
        var key = id.ToString();
        if (await erasures.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } subject)
        {
            return (null, await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false) is { } survivor
                ? acts.Errors.CustomerAlreadyMerged(key, survivor.Id.ToString())
                : acts.Errors.CustomerNotFound(key));
        }

        if (subject.Identity.Kind != CustomerKind.Person)
        {
            return (null, acts.Errors.NotAPerson(key));
        }

        if (subject.ErasedAt is not null)
        {
            return (null, acts.Errors.CustomerAlreadyErased(key));
        }

        var hold = (await measures.OfAsync([id], cancellationToken).ConfigureAwait(false)).FirstOrDefault(m => m.Kind == PrivacyMeasureKind.LegalHold && m.IsInForce(now));
        return hold is not null ? (null, acts.Errors.LegalHoldInForce(key, hold.Reason)) : (subject, null);
    }

    // One number is one address, whatever it is used for.
    private static List<ContactAddress> AddressesOf(ErasureSubject subject) => [.. subject.Addresses.DistinctBy(a => (a.Kind == ContactPointKind.Email, a.Key))];
}
