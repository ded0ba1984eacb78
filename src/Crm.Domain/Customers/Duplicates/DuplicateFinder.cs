using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Finds the customers that somebody probably is already, before a second record of them is made.</summary>
/// <remarks>Scoped service; saves nothing. Customers that are not saved yet are not found.</remarks>
[FrontDoor]
public sealed class DuplicateFinder(ICustomerMatchStore store, ICustomerStore customers, DuplicateOptions options, DuplicateMatcher matcher, CrmActs acts)
{
    /// <summary>The most candidates of an answer.</summary>
    public const int MaxCandidates = 20;

    /// <summary>Who a customer that is not recorded yet probably is.</summary>
    /// <param name="customer">What is known.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The candidates, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<DuplicateFindings>> FindAsync(NewCustomer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        return acts.MakeAsync<DuplicateFindings>(
            "customers.find-duplicates",
            async _ => await FindAsync(MatchProfile.Of(customer), null, null, cancellationToken).ConfigureAwait(false),
            cancellationToken);
    }

    /// <summary>Who else a recorded customer probably is.</summary>
    /// <param name="id">The customer, or one that was merged into it.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The candidates without the customer itself and those who were said not to be the same, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<DuplicateFindings>> FindAsync(CustomerId id, CancellationToken cancellationToken = default) => acts.MakeAsync<DuplicateFindings>(
        "customers.find-duplicates",
        async _ =>
        {
            var customer = await customers.FindAsync(id, cancellationToken).ConfigureAwait(false);
            return customer is null || !acts.Gate.Readable.Includes(customer.ToSubject())
                ? acts.Errors.CustomerNotFound(id.ToString())
                : await FindAsync(MatchProfile.Of(customer), null, customer.Id, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>Whether acts are refused for duplicates.</summary>
    /// <param name="allows">Whether the caller allows duplicates; null where the options decide.</param>
    internal bool Refuses(bool? allows) => !(allows ?? !options.Refuse);

    /// <summary>What refuses an act, where duplicates are refused: those that the act would make.</summary>
    /// <param name="after">The customer as it would be.</param>
    /// <param name="before">The customer as it is; null for a new one.</param>
    /// <param name="id">The customer itself; null for a new one.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>An error for each candidate, with its id as target; none where nothing stands against the act.</returns>
    internal async Task<IReadOnlyList<CrmError>> RefuseAsync(MatchProfile after, MatchProfile? before, CustomerId? id, CancellationToken cancellationToken)
    {
        var found = await FindAsync(after, before, id, cancellationToken).ConfigureAwait(false);
        var errors = found.Candidates.Select(c => acts.Errors.DuplicateFound(c.Customer.DisplayName, (int)Math.Floor(c.Score * 100), c.Customer.Id.ToString())).ToList();
        if (found.Hidden > 0)
        {
            errors.Add(acts.Errors.DuplicateHidden(found.Hidden));
        }

        return errors;
    }

    private async Task<DuplicateFindings> FindAsync(MatchProfile customer, MatchProfile? before, CustomerId? id, CancellationToken cancellationToken)
    {
        var keys = CustomerMatchKeys.KeysOf(customer);
        if (keys.Count == 0)
        {
            return DuplicateFindings.None;
        }

        var dismissed = id is { } recorded ? await store.FindDismissedAsync(recorded, cancellationToken).ConfigureAwait(false) : new HashSet<CustomerId>();
        var (found, hidden) = (new List<DuplicateCandidate>(), 0);
        foreach (var other in await store.FindByKeysAsync(keys, options.Rules.MaxBlock, cancellationToken).ConfigureAwait(false))
        {
            if (other.Id == id || dismissed.Contains(other.Id) || Match(customer, MatchProfile.Of(other)) is not { } match || (before is not null && Match(before, MatchProfile.Of(other)) is not null))
            {
                continue;
            }

            if (acts.Gate.Readable.Includes(other.ToSubject()))
            {
                found.Add(new(new CustomerIdentity(other.Id, other.Kind, other.DisplayName), match.Score, match.Tier, match.Contradictions, match.Reasons));
            }
            else
            {
                hidden++;
            }
        }

        return new DuplicateFindings([.. found.OrderByDescending(c => c.Score).ThenBy(c => c.Customer.Id).Take(MaxCandidates)], hidden);
    }

    private DuplicateMatch? Match(MatchProfile one, MatchProfile other)
    {
        var (left, right) = MatchProfile.Aligned(one, other);
        return one.Kind == other.Kind ? matcher.Compare(left, [right]).FirstOrDefault() : null;
    }
}
