using Crm.Domain.Interactions;

namespace Crm.Domain.Marketing;

/// <summary>The preferences of a customer that decide when and how often messages come; see <c>CustomerCare</c>.</summary>
public static class SendingPreferences
{
    /// <summary>The customer's time zone by its name in the tz database, such as <c>Europe/Rome</c>. Without one, that of the business counts.</summary>
    public const string TimeZone = "time-zone";

    private const string Frequency = "frequency-";

    /// <summary>The preference that takes the place of the frequency cap of a channel, such as <c>1/week</c>; see <see cref="FrequencyCap.TryParse"/>.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The key of the preference.</returns>
    public static string FrequencyOf(ChannelKey channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        return Frequency + channel.Value;
    }
}
