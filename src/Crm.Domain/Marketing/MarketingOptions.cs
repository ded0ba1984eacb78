using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>What a host settles about marketing: how often customers are written to, and the key of tokens.</summary>
public sealed class MarketingOptions
{
    /// <summary>What stands for the token in <see cref="UnsubscribeUrl"/>.</summary>
    public const string TokenPlace = "{token}";

    /// <summary>How often a customer gets advertising over a channel, unless the customer has a rule of its own; see <see cref="SendingPreferences"/>.</summary>
    /// <value>Empty by default: as often as campaigns and journeys want.</value>
    public IDictionary<ChannelKey, FrequencyCap> FrequencyCaps { get; } = new Dictionary<ChannelKey, FrequencyCap>();

    /// <summary>For how many days a message is put off at most before it is skipped with <see cref="SkipReason.FrequencyCap"/>.</summary>
    /// <value>90 by default; 1 to 366.</value>
    public int MaxPostponedDays { get; set; } = 90;

    /// <summary>Base64 of at least 32 bytes that sign the tokens of opt-out and tracking links.</summary>
    /// <value>Null by default: no tokens.</value>
    public string? TokenKey { get; set; }

    /// <summary>Keys whose tokens are still understood.</summary>
    /// <value>Empty by default.</value>
    public IList<string> FormerTokenKeys { get; } = [];

    /// <summary>The purpose that a customer must have agreed to before opens and clicks are followed.</summary>
    /// <value><see cref="Purposes.Profiling"/> by default.</value>
    public PurposeKey TrackingPurpose { get; set; } = Purposes.Profiling;

    /// <summary>How long after a message an order counts as its conversion.</summary>
    /// <value>30 days by default; more than zero.</value>
    public Duration ConversionWindow { get; set; } = Duration.FromDays(30);

    /// <summary>How often a step of a journey is tried before the contact's run is given up.</summary>
    /// <value>5 by default; at least 1.</value>
    public int MaxJourneyAttempts { get; set; } = 5;

    /// <summary>How long a contact waits after the first failure of a step; twice as long after each further one, at most a day.</summary>
    /// <value>10 seconds by default; more than zero.</value>
    public Duration FirstJourneyWait { get; set; } = Duration.FromSeconds(10);

    /// <summary>For how long the link of a message to the preference centre leads there.</summary>
    /// <value>90 days by default; more than zero.</value>
    public Duration PreferenceLinkLifetime { get; set; } = Duration.FromDays(90);

    /// <summary>The channels that the preference centre offers.</summary>
    /// <value>E-mail, text message, phone and letter by default.</value>
    public IList<ChannelKey> PreferenceChannels { get; } = [Channels.Email, Channels.Sms, Channels.Phone, Channels.Letter];

    /// <summary>The page of the host that takes one-click requests of mail programs (RFC 8058), with <see cref="TokenPlace"/> where the token stands; it hands that to <see cref="PreferenceCentre.UnsubscribeAsync"/>.</summary>
    /// <value>Null by default: no header fields. An address that begins with <c>https://</c>.</value>
    public string? UnsubscribeUrl { get; set; }

    /// <summary>How many sign-ups of one sender are taken within an hour.</summary>
    /// <value>20 by default; at least 1.</value>
    public int SignUpsPerSender { get; set; } = 20;

    /// <summary>How many confirmations of sign-ups go to one address within a day; further ones are kept, and nothing is sent.</summary>
    /// <value>3 by default; at least 1.</value>
    public int ConfirmationsPerAddress { get; set; } = 3;

    internal bool IsUsable =>
        PreferenceLinkLifetime > Duration.Zero && (UnsubscribeUrl is null || IsLink(UnsubscribeUrl)) && SignUpsPerSender >= 1 && ConfirmationsPerAddress >= 1 && MaxJourneyAttempts >= 1 && FirstJourneyWait > Duration.Zero && MaxPostponedDays is >= 1 and <= 366 && ConversionWindow > Duration.Zero && FrequencyCaps.Values.All(c => c.IsUsable);

    private static bool IsLink(string url) => url.Contains(TokenPlace, StringComparison.Ordinal) && url.All(c => c is > ' ' and < (char)127 and not ('<' or '>'))
        && Uri.TryCreate(url, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps;

    internal Duration JourneyWaitAfter(int attempts) => Duration.Min(Duration.FromDays(1), FirstJourneyWait * (1L << Math.Clamp(attempts - 1, 0, 30)));
}
