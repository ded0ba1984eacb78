using Crm.Domain.Time;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Crm.Persistence.EfCore.Model;

/// <summary>Truncated to microseconds: PostgreSQL keeps no more, and SQLite must not keep another instant.</summary>
internal sealed class InstantConverter() : ValueConverter<Instant, DateTime>(
    instant => instant.ToMicroseconds().ToDateTimeUtc(),
    stored => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

internal sealed class LocalDateConverter() : ValueConverter<LocalDate, DateOnly>(
    date => date.ToDateOnly(),
    stored => LocalDate.FromDateOnly(stored));

/// <summary>Whole microseconds, as far as any database counts.</summary>
internal sealed class DurationConverter() : ValueConverter<Duration, long>(
    duration => duration.BclCompatibleTicks / 10,
    stored => Duration.FromTicks(stored * 10));
