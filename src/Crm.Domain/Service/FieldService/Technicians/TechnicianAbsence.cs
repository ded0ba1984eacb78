using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time when a technician is not there. Part of <see cref="Technician"/>.</summary>
public sealed class TechnicianAbsence
{
    private TechnicianAbsence()
    {
    }

    internal TechnicianAbsence(TechnicianAbsenceId id, Instant from, Instant until, string? reason) => (Id, From, Until, Reason) = (id, from, until, reason);

    /// <summary>The id.</summary>
    public TechnicianAbsenceId Id { get; private set; }

    /// <summary>Since when.</summary>
    public Instant From { get; private set; }

    /// <summary>Until when.</summary>
    public Instant Until { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }
}
