using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Service levels that a test sets by hand, in place of stored policies.</summary>
public sealed class LevelsOfTest : IServiceLevelBook
{
    private readonly Dictionary<ServiceLevelKey, ServiceLevel> _all = [];

    /// <summary>Monday to Friday from 9 to 12 and from 13 to 17:30 in Rome.</summary>
    public static BusinessCalendar Office { get; } = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();

    /// <summary>Says what is promised to a case; nothing until a test says otherwise.</summary>
    public Func<ServiceCase, ServiceLevel?> Choice { get; set; } = _ => null;

    /// <summary>Promises the same to every case, by priority where it says so.</summary>
    public ServiceLevel Promise(SlaTerms terms, params EscalationLevel[] levels)
    {
        var level = Publish(terms, CasePriority.Normal, levels);
        Choice = _ => level;
        return level;
    }

    /// <summary>Makes a service level of a new version.</summary>
    public ServiceLevel Publish(SlaTerms terms, CasePriority priority, params EscalationLevel[] levels)
    {
        var now = Instant.FromUtc(2026, 1, 1, 0, 0);
        var level = new ServiceLevel(new(SlaPolicyVersionId.New(now), ServiceCalendarVersionId.New(now), priority), "Standard", terms, levels);
        _all.Add(level.Key, level);
        return level;
    }

    public Task<ServiceLevel?> ChooseAsync(ServiceCase about, Instant now, CancellationToken cancellationToken) => Task.FromResult(Choice(about));

    public Task<IReadOnlyDictionary<ServiceLevelKey, ServiceLevel>> FindAsync(IReadOnlyCollection<ServiceLevelKey> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<ServiceLevelKey, ServiceLevel>>(keys.Distinct().Where(_all.ContainsKey).ToDictionary(k => k, k => _all[k]));
}
