using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore;

/// <summary>Lets a host's own entities hold the library's types.</summary>
public static class CrmConventionExtensions
{
    /// <summary>
    /// Maps named ids and NodaTime's <c>Instant</c>, <c>LocalDate</c> and <c>Duration</c> wherever the host's entities use them.
    /// Call it in <c>ConfigureConventions</c>. The library's own tables do not need it.
    /// </summary>
    /// <param name="configuration">The configuration builder.</param>
    /// <returns>The configuration builder.</returns>
    public static ModelConfigurationBuilder UseCrmTypes(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        foreach (var id in typeof(ICrmId).Assembly.GetExportedTypes().Where(t => t.IsValueType && typeof(ICrmId).IsAssignableFrom(t)))
        {
            configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }

        configuration.Properties<Instant>().HaveConversion<InstantConverter>();
        configuration.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configuration.Properties<Duration>().HaveConversion<DurationConverter>();
        return configuration;
    }
}
