using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Time;

/// <summary>JSON of the NodaTime values that events, summaries and criteria carry: text in ISO 8601.</summary>
public static class NodaTimeJson
{
    /// <summary>
    /// Adds converters for <see cref="Instant"/>, <see cref="LocalDate"/>, <see cref="LocalTime"/>, <see cref="LocalDateTime"/> and
    /// <see cref="Duration"/>, as values and as property names. Types that the options convert already keep their converter.
    /// </summary>
    /// <param name="options">The options to add to.</param>
    /// <returns>The same options.</returns>
    /// <exception cref="InvalidOperationException">The options are in use already.</exception>
    public static JsonSerializerOptions AddCrmTimeConverters(this JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Add(options, InstantPattern.ExtendedIso);
        Add(options, LocalDatePattern.Iso);
        Add(options, LocalTimePattern.ExtendedIso);
        Add(options, LocalDateTimePattern.ExtendedIso);
        Add(options, DurationPattern.Roundtrip);
        return options;
    }

    private static void Add<T>(JsonSerializerOptions options, IPattern<T> pattern)
    {
        if (!options.Converters.Any(c => c.CanConvert(typeof(T))))
        {
            options.Converters.Add(new PatternJsonConverter<T>(pattern));
        }
    }
}
