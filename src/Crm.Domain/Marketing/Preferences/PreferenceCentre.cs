using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>
/// Where customers say what they want to get, over which channel and how often: by the link of a message without signing in, in the portal, or through staff. What they take
/// back reaches messages that are queued already, since each is asked about right before it is sent.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. A link of somebody else cannot be made; one that is not ours, or has run out, leads nowhere.</remarks>
[FrontDoor]
public sealed class PreferenceCentre(
    PreferenceLinks links, ConsentDesk consents, IConsentStore ledger, CustomerCare care, ICustomerQueries customers, ISendingLedger sendings, IMessageRecipients recipients, IPurposeCatalog purposes,
    MarketingOptions options, CrmActs acts)
{
    private const string Source = "preference-centre";

    /// <summary>Makes the token of a link, to be sent to the customer. For staff.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The token; or <c>ActNotAllowed</c>, <c>MarketingTokenKeyMissing</c>, <c>CustomerNotFound</c>.</returns>
    public Task<CrmResult<string>> LinkAsync(CustomerId customerId, CancellationToken cancellationToken = default) => acts.MakeAsync<string>(
        "marketing.link-preferences",
        async now => !links.HasKey ? acts.Errors.MarketingTokenKeyMissing()
            : await customers.IdentifyAsync(customerId, cancellationToken).ConfigureAwait(false) is { } found ? links.ForCentre(found.Id, now)
            : acts.Errors.CustomerNotFound(customerId.ToString()),
        cancellationToken);

    /// <summary>Reads the preferences.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The preferences; or <c>PreferenceLinkInvalid</c>, <c>CustomerNotFound</c> also where the actor does not act for the customer.</returns>
    public Task<CrmResult<PreferenceView>> ReadAsync(PreferenceAccess access, CancellationToken cancellationToken = default) => OwnAsync<PreferenceView>(
        access, async (customer, now) => await ViewAsync(customer, now, cancellationToken).ConfigureAwait(false), cancellationToken);

    /// <summary>Agrees to one purpose over one channel.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="purpose">The purpose, one that needs consent.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="wording">Which version of which wording the person saw.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry of the ledger; or what <see cref="ReadAsync"/> refuses, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ConsentEntryId>> GrantAsync(PreferenceAccess access, PurposeKey purpose, ChannelKey channel, string? wording = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(channel);
        return OwnAsync(access, (customer, _) => SayAsync(access, new(customer, purpose, channel, ConsentStatus.Granted, Source) { Wording = wording }, cancellationToken), cancellationToken);
    }

    /// <summary>Takes consent to one purpose over one channel back.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry of the ledger; or what <see cref="ReadAsync"/> refuses, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>.</returns>
    public Task<CrmResult<ConsentEntryId>> WithdrawAsync(PreferenceAccess access, PurposeKey purpose, ChannelKey channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(channel);
        return OwnAsync(access, (customer, _) => SayAsync(access, new(customer, purpose, channel, ConsentStatus.Withdrawn, Source), cancellationToken), cancellationToken);
    }

    /// <summary>Stops everything that needs consent, over every channel, also what is registered later.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The entry of the ledger; or what <see cref="ReadAsync"/> refuses.</returns>
    public Task<CrmResult<ConsentEntryId>> StopAllAsync(PreferenceAccess access, CancellationToken cancellationToken = default) => OwnAsync(
        access, (customer, _) => SayAsync(access, new(customer, null, null, ConsentStatus.Withdrawn, Source), cancellationToken), cancellationToken);

    /// <summary>Ends messages of one purpose over one channel by the token of the header field, as mail programs do with one click (RFC 8058). Once more changes nothing.</summary>
    /// <param name="token">The token, one of <see cref="PreferenceLinks.ForUnsubscribing"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Whether anything changed; or <c>PreferenceLinkInvalid</c>, <c>CustomerNotFound</c>, <c>PurposeUnknown</c>, <c>ChannelUnknown</c>.</returns>
    public Task<CrmResult<bool>> UnsubscribeAsync(string token, CancellationToken cancellationToken = default) => acts.MakeOwnAsync<bool>(
        async now =>
        {
            if (links.ReadUnsubscribing(token) is not var (customer, purpose, channel))
            {
                return acts.Errors.PreferenceLinkInvalid();
            }

            if (await customers.IdentifyAsync(customer, cancellationToken).ConfigureAwait(false) is not { } living)
            {
                return acts.Errors.CustomerNotFound(customer.ToString());
            }

            var entries = await ledger.LedgerAsync(living.Id, cancellationToken).ConfigureAwait(false);
            if (ConsentLedger.StateAt(entries, purpose, channel, now).Standing == ConsentStanding.Withdrawn)
            {
                return false;
            }

            var said = await consents.TakeWishAsync(
                new(living.Id, purpose, channel, ConsentStatus.Withdrawn, "one-click") { Origin = ConsentOrigin.Person, Proof = "one-click unsubscribing" }, cancellationToken).ConfigureAwait(false);
            return said.Succeeded ? true : CrmResult<bool>.Failed(said.Errors);
        },
        cancellationToken);

    /// <summary>Says how often advertising may come over a channel. It never comes more often than the host lets it; a rule that is laxer than the host's is narrowed to it.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cap">How often at most; null for what is usual.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>What holds from now on; or what <see cref="ReadAsync"/> refuses, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<FrequencyCap>> LimitAsync(PreferenceAccess access, ChannelKey channel, FrequencyCap? cap, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return OwnAsync<FrequencyCap>(
            access,
            async (customer, _) =>
            {
                if (cap is { IsUsable: false })
                {
                    return acts.Errors.InvalidValue("cap", "Nothing comes less often than never.");
                }

                var usual = Usual(channel);
                var own = cap is null || cap == FrequencyCap.None ? null : cap.Within(usual);
                var kept = await care.TakeWishAsync(customer, SendingPreferences.FrequencyOf(channel), own?.ToText(), Source, cancellationToken).ConfigureAwait(false);
                return kept.Succeeded ? own ?? usual : CrmResult<FrequencyCap>.Failed(kept.Errors);
            },
            cancellationToken);
    }

    /// <summary>Says in which language messages are to come.</summary>
    /// <param name="access">By what right.</param>
    /// <param name="language">The language; null for no wish.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customer; or what <see cref="ReadAsync"/> refuses.</returns>
    public Task<CrmResult<CustomerId>> SpeakAsync(PreferenceAccess access, LanguageTag? language, CancellationToken cancellationToken = default) => OwnAsync(
        access, (customer, _) => care.TakeLanguageAsync(customer, language, cancellationToken), cancellationToken);

    private Task<CrmResult<ConsentEntryId>> SayAsync(PreferenceAccess access, ConsentDetails details, CancellationToken cancellationToken) => consents.TakeWishAsync(
        details with
        {
            Origin = access.Token is null && acts.Gate.Actor.IsStaff ? ConsentOrigin.Staff : ConsentOrigin.Person,
            Proof = access.Token is null ? $"signed in as {acts.Gate.Actor.Id}" : "link of a message to the customer's address",
        },
        cancellationToken);

    private async Task<PreferenceView> ViewAsync(CustomerId customer, Instant now, CancellationToken cancellationToken)
    {
        var entries = await ledger.LedgerAsync(customer, cancellationToken).ConfigureAwait(false);
        var offered = purposes.All.Where(p => p.NeedsGrant).SelectMany(p => options.PreferenceChannels.Select(c => (Purpose: p, Channel: c)));
        var frequencies = new List<PreferenceFrequency>();
        foreach (var channel in options.PreferenceChannels)
        {
            var profile = (await sendings.ProfilesAsync([customer], channel, cancellationToken).ConfigureAwait(false)).GetValueOrDefault(customer);
            frequencies.Add(new(channel, FrequencyCap.TryParse(profile?.Frequency, out var own) ? own : null, Usual(channel)));
        }

        return new PreferenceView(
            (await recipients.FindAsync(customer, cancellationToken).ConfigureAwait(false))?.Language,
            [
                .. offered.Select(o => (o.Purpose, o.Channel, State: ConsentLedger.StateAt(entries, o.Purpose.Key, o.Channel, now)))
                    .Select(s => new PreferenceConsent(s.Purpose.Key, s.Purpose.Name, s.Channel, s.State.Standing, s.State.Decisive?.At)),
            ],
            frequencies);
    }

    private FrequencyCap Usual(ChannelKey channel) => options.FrequencyCaps.TryGetValue(channel, out var usual) ? usual : FrequencyCap.None;

    private Task<CrmResult<T>> OwnAsync<T>(PreferenceAccess access, Func<CustomerId, Instant, Task<CrmResult<T>>> make, CancellationToken cancellationToken)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(access);
        return acts.MakeOwnAsync<T>(
            async now =>
            {
                var named = access.CustomerId ?? links.ReadCentre(access.Token, now);
                if (named is not { } id)
                {
                    return acts.Errors.PreferenceLinkInvalid();
                }

                var living = await customers.IdentifyAsync(id, cancellationToken).ConfigureAwait(false);
                var isOwn = access.Token is not null || (living is not null && (acts.Gate.Readable.Includes(id.ToSubject()) || acts.Gate.Readable.Includes(living.Id.ToSubject())));
                return living is not null && isOwn ? await make(living.Id, now).ConfigureAwait(false)
                    : access.Token is not null ? acts.Errors.PreferenceLinkInvalid()
                    : acts.Errors.CustomerNotFound(id.ToString());
            },
            cancellationToken);
    }
}
