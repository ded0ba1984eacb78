using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Privacy;

/// <summary>
/// The addresses that are never used again, kept as keyed hashes: those of erased persons, and others that the host adds. Imports and
/// registrations ask here; <see cref="ContactPermissions"/> asks by itself.
/// </summary>
/// <remarks>Scoped service. Adding and lifting save by themselves. Without <c>CrmOptions.SuppressionKey</c> the list is empty.</remarks>
[FrontDoor]
public sealed class SuppressionList(ISuppressionStore store, AddressHashes hashes, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 100;

    /// <summary>Whether mail must never go to an address; for staff.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Since when and why; null when it may, or the actor may not read it.</returns>
    public async Task<SuppressedAddress?> FindAsync(EmailAddress email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return await FindAsync(hashes.AllOf(ContactPointKind.Email, email.Normalized), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether a number must never be used; for staff.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Since when and why; null when it may, or the actor may not read it.</returns>
    public async Task<SuppressedAddress?> FindAsync(PhoneNumber phone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return await FindAsync(hashes.AllOf(ContactPointKind.Phone, phone.ToString()), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Those of many addresses to which mail must never go, in one command for each thousand; for staff.</summary>
    /// <param name="emails">The addresses.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The suppressed ones; none when the actor may not read them.</returns>
    public async Task<IReadOnlySet<EmailAddress>> FindAllAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        var found = new HashSet<EmailAddress>();
        foreach (var chunk in acts.Gate.Readable.Everything && hashes.HasKey ? emails.Distinct().Chunk(1000) : [])
        {
            var all = chunk.Select(e => (Email: e, Hashes: hashes.AllOf(ContactPointKind.Email, e.Normalized))).ToList();
            var known = await store.FindAsync([.. all.SelectMany(a => a.Hashes)], cancellationToken).ConfigureAwait(false);
            found.UnionWith(all.Where(a => a.Hashes.Any(known.ContainsKey)).Select(a => a.Email));
        }

        return found;
    }

    /// <summary>Puts an address on the list and saves.</summary>
    /// <param name="email">The address.</param>
    /// <param name="reason">Why, one line of at most <see cref="MaxReasonLength"/> characters, without personal data.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What is kept, or <c>ActNotAllowed</c>, <c>SuppressionKeyMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SuppressedAddress>> AddAsync(EmailAddress email, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return AddAsync(ContactPointKind.Email, email.Normalized, reason, cancellationToken);
    }

    /// <summary>Puts a number on the list and saves.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="reason">Why, one line of at most <see cref="MaxReasonLength"/> characters, without personal data.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What is kept, or <c>ActNotAllowed</c>, <c>SuppressionKeyMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<SuppressedAddress>> AddAsync(PhoneNumber phone, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return AddAsync(ContactPointKind.Phone, phone.ToString(), reason, cancellationToken);
    }

    /// <summary>Takes an address off the list and saves: its owner asked to be written to again.</summary>
    /// <param name="email">The address.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Whether it was there, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<bool>> LiftAsync(EmailAddress email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return LiftAsync(hashes.AllOf(ContactPointKind.Email, email.Normalized), cancellationToken);
    }

    /// <summary>Takes a number off the list and saves.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Whether it was there, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<bool>> LiftAsync(PhoneNumber phone, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return LiftAsync(hashes.AllOf(ContactPointKind.Phone, phone.ToString()), cancellationToken);
    }

    private async Task<SuppressedAddress?> FindAsync(IReadOnlyList<string> all, CancellationToken cancellationToken) =>
        acts.Gate.Readable.Everything && all.Count > 0 ? (await store.FindAsync(all, cancellationToken).ConfigureAwait(false)).Values.MinBy(s => s.Since) : null;

    private Task<CrmResult<SuppressedAddress>> AddAsync(ContactPointKind kind, string key, string reason, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<SuppressedAddress>(
            "privacy.suppress-address",
            async now =>
            {
                if (!hashes.HasKey)
                {
                    return acts.Errors.SuppressionKeyMissing();
                }

                var kept = new SuppressedAddress(hashes.Of(kind, key), now, Guard.Line(reason, MaxReasonLength));
                var known = await store.FindAsync(hashes.AllOf(kind, key), token).ConfigureAwait(false);
                if (known.Count > 0)
                {
                    return known.Values.MinBy(s => s.Since)!;
                }

                await store.AddAsync([kept], token).ConfigureAwait(false);
                return kept;
            },
            token),
        cancellationToken);

    private Task<CrmResult<bool>> LiftAsync(IReadOnlyList<string> all, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<bool>("privacy.lift-suppression", async _ => all.Count > 0 && await store.RemoveAsync(all, token).ConfigureAwait(false) > 0, token),
        cancellationToken);
}
