using Crm.Domain.Customers;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Technicians and visits as the tests of field service begin with: Rome, Monday 1 June 2026.</summary>
internal static class FieldWork
{
    public static readonly GeoPoint Termini = new(41.9009, 12.5020);
    public static readonly GeoPoint Trastevere = new(41.8890, 12.4700);
    public static readonly GeoPoint Ostia = new(41.7300, 12.2800);

    /// <summary>The time of the clock on the wall in Rome, on a day of June 2026.</summary>
    public static Instant Rome(int day, int hour, int minute = 0) => new LocalDateTime(2026, 6, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Rome"]).ToInstant();

    public static TechnicianProfile Profile(string name, params TechnicianSkillDetails[] skills) =>
        new(name, ServiceHours.Of(BusinessHours.In("Europe/Rome").OnWeekdays("08:00-12:00", "13:00-17:00").Build())) { Home = Termini, Skills = skills, Email = EmailAddress.Parse($"{name.Split(' ')[0].ToLowerInvariant()}@example.org") };

    public static async Task<TechnicianId> TechnicianAsync<T>(this CrmWork<T> work, TechnicianProfile profile)
        where T : DbContext, ICrmDbContext
    {
        var registered = (await work.Get<Technicians>().RegisterAsync(profile.Name, profile)).Value;
        await work.SaveAsync();
        return registered.Id;
    }

    public static VisitDetails Details(CustomerId customer, Instant? from = null, Instant? until = null) => new(
        customer, "Kettle leaks", new PostalAddress("Via Roma 1", null, "00184", "Roma", null, Country.FromCode("IT")), from ?? Rome(1, 7), until ?? Rome(5, 18))
    {
        Place = Termini, TimeZone = "Europe/Rome",
    };

    public static async Task<ServiceVisit> VisitAsync<T>(this CrmWork<T> work, VisitDetails details)
        where T : DbContext, ICrmDbContext
    {
        var visit = (await work.Get<FieldService>().RequestAsync(details)).Value;
        await work.SaveAsync();
        return visit;
    }
}
