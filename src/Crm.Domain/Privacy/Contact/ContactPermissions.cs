using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>
/// Answers whether a customer may be contacted for a purpose over a channel, and explains itself. Ask it right before anything is
/// sent. Without a registered purpose nothing is ever sent; a transactional purpose needs no consent.
/// </summary>
/// <remarks>
/// Scoped service. For an instant in the past the ledger answers exactly; of an address, only the flags that it has today are known.
/// </remarks>
[FrontDoor]
public sealed class ContactPermissions(
    IConsentStore ledger,
    IContactQueries queries,
    ISuppressionStore suppressions,
    AddressHashes hashes,
    ICustomerQueries customers,
    PurposeCatalog purposes,
    IChannelCatalog channels,
    CrmActs acts)
{
    /// <summary>Most customers of one question: 1,000.</summary>
    public const int MaxCustomers = 1000;

    /// <summary>Whether one customer may be contacted.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="purpose">The purpose; null answers <see cref="ContactBarrier.UnknownPurpose"/>.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The decision, or <c>CustomerNotFound</c> when there is none or the actor may not read it.</returns>
    public async Task<CrmResult<ContactDecision>> MayContactAsync(
        CustomerId customerId, PurposeKey? purpose, ChannelKey channel, Instant? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var found = await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false);
        return found is null || !(MayRead(customerId) || MayRead(found.Id))
            ? acts.Errors.CustomerNotFound(customerId.ToString())
            : (await DecideAsync([found.Id], Question(purpose, channel, at), null, cancellationToken).ConfigureAwait(false))[found.Id];
    }

    /// <summary>Whether each of many customers may be contacted, in a number of commands that does not depend on how many. For staff.</summary>
    /// <param name="customerIds">The customers; at most <see cref="MaxCustomers"/>.</param>
    /// <param name="purpose">The purpose; null answers <see cref="ContactBarrier.UnknownPurpose"/>.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Id as asked to decision, those that never named a saved customer left out; or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyDictionary<CustomerId, ContactDecision>>> MayContactAllAsync(
        IReadOnlyCollection<CustomerId> customerIds, PurposeKey? purpose, ChannelKey channel, Instant? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customerIds);
        ArgumentNullException.ThrowIfNull(channel);
        return acts.MakeAsync(
            "privacy.may-contact",
            async _ =>
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThan(customerIds.Count, MaxCustomers, nameof(customerIds));
                var living = await customers.ResolveAsync(customerIds, cancellationToken).ConfigureAwait(false);
                var decided = await DecideAsync([.. living.Values.Distinct()], Question(purpose, channel, at), null, cancellationToken).ConfigureAwait(false);
                return Answer(living.ToDictionary(l => l.Key, l => decided[l.Value]));
            },
            cancellationToken);
    }

    /// <summary>
    /// Whether mail may go to an address, whoever has it. Where several customers share it, a restriction, a withdrawal, an opt-out or a bounce of
    /// any of them holds for all; else it is enough that one may be contacted there. For staff.
    /// </summary>
    /// <param name="email">The address.</param>
    /// <param name="purpose">The purpose; null answers <see cref="ContactBarrier.UnknownPurpose"/>.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The decision, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<ContactDecision>> MayMailAsync(EmailAddress email, PurposeKey? purpose, Instant? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        return AtAddressAsync(email.Normalized, isNumber: false, Question(purpose, Channels.Email, at), cancellationToken);
    }

    /// <summary>Whether a number may be used, whoever has it; see <see cref="MayMailAsync"/>.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="purpose">The purpose; null answers <see cref="ContactBarrier.UnknownPurpose"/>.</param>
    /// <param name="channel">A channel that uses numbers: phone, text message or fax.</param>
    /// <param name="at">The instant; now when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The decision, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ContactDecision>> MayCallAsync(
        PhoneNumber phone, PurposeKey? purpose, ChannelKey channel, Instant? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(phone);
        ArgumentNullException.ThrowIfNull(channel);
        return AtAddressAsync(phone.ToString(), isNumber: true, Question(purpose, channel, at), cancellationToken);
    }

    private static CrmResult<IReadOnlyDictionary<CustomerId, ContactDecision>> Answer(Dictionary<CustomerId, ContactDecision> decisions) => decisions;

    private Task<CrmResult<ContactDecision>> AtAddressAsync(string key, bool isNumber, ContactQuestion question, CancellationToken cancellationToken) => acts.MakeAsync<ContactDecision>(
        "privacy.may-contact",
        async _ =>
        {
            var kinds = ContactRules.KindsOf(question.Known);
            if (kinds.Count == 0 || kinds.Contains(ContactPointKind.Email) == isNumber)
            {
                return acts.Errors.InvalidValue("channel", $"{question.Channel} uses no such address.");
            }

            var at = await queries.AtAsync(kinds, key, cancellationToken).ConfigureAwait(false);
            if (at.Count == 0)
            {
                return await SuppressedAsync([new ContactAddress(default, kinds[0], key, key, true, null, null)], cancellationToken).ConfigureAwait(false) is [{ SuppressedSince: { } since }] && since <= question.At
                    ? new ContactDecision(null, question.Named, question.Channel, question.At, [ContactBarrier.AddressSuppressed])
                    : ContactRules.Decide(question, null, []);
            }

            var decided = (await DecideAsync(at, question, key, cancellationToken).ConfigureAwait(false)).Values.OrderBy(d => d.CustomerId).ToList();
            return decided.Find(d => d.Barriers.Any(b => b is ContactBarrier.Restricted or ContactBarrier.AddressSuppressed or ContactBarrier.Withdrawn or ContactBarrier.AddressOptedOut or ContactBarrier.AddressInvalid))
                ?? decided.Find(d => d.MayContact)
                ?? decided[0];
        },
        cancellationToken);

    private async Task<Dictionary<CustomerId, ContactDecision>> DecideAsync(
        IReadOnlyCollection<CustomerId> ids, ContactQuestion question, string? onlyKey, CancellationToken cancellationToken)
    {
        var facts = await queries.FactsAsync(ids, cancellationToken).ConfigureAwait(false);
        var addresses = (await SuppressedAsync([.. facts.Values.SelectMany(f => f.Addresses)], cancellationToken).ConfigureAwait(false)).ToLookup(a => a.CustomerId);
        var ledgers = question.Purpose is { NeedsGrant: true } ? await ledger.LedgersAsync(ids, cancellationToken).ConfigureAwait(false) : null;
        return ids.ToDictionary(id => id, id => ContactRules.Decide(question, facts[id] with { Addresses = [.. addresses[id]] }, ledgers?.GetValueOrDefault(id) ?? [], onlyKey));
    }

    private async Task<IReadOnlyList<ContactAddress>> SuppressedAsync(IReadOnlyList<ContactAddress> addresses, CancellationToken cancellationToken)
    {
        if (!hashes.HasKey || addresses.Count == 0)
        {
            return addresses;
        }

        var found = await suppressions.FindAsync([.. addresses.SelectMany(a => hashes.AllOf(a.Kind, a.Key)).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        return [.. addresses.Select(a => a with { SuppressedSince = hashes.AllOf(a.Kind, a.Key).Select(h => found.GetValueOrDefault(h)?.Since).Min() })];
    }

    private ContactQuestion Question(PurposeKey? purpose, ChannelKey channel, Instant? at) =>
        new(purpose, purposes.TryGet(purpose, out var registered) ? registered : null, channel, channels.TryGet(channel, out var known) ? known : null, at ?? acts.Now);

    private bool MayRead(CustomerId id) => acts.Gate.Readable.Includes(id.ToSubject());
}
