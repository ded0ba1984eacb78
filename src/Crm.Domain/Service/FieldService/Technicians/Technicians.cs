using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Keeps technicians: working hours, skills with certificates, absences, and where their day begins.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Technicians(ITechnicianStore technicians, CrmActs acts)
{
    /// <summary>Makes a member of staff a technician.</summary>
    /// <param name="userId">Id in the host's user directory.</param>
    /// <param name="profile">Working hours, skills and home.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianAlreadyPresent</c>, <c>InvalidValue</c>, and what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public Task<CrmResult<Technician>> RegisterAsync(string userId, TechnicianProfile profile, CancellationToken cancellationToken = default) => acts.MakeAsync<Technician>(
        "service.register-technician",
        async now =>
        {
            var registered = new Technician(TechnicianId.New(now), userId, profile, now);
            if (await technicians.FindByUserAsync(registered.UserId, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.TechnicianAlreadyPresent(registered.UserId);
            }

            technicians.Add(registered);
            return registered;
        },
        cancellationToken);

    /// <summary>Sets everything of a technician anew. Bookings that are made already stay.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="profile">Working hours, skills and home.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>, <c>VersionConflict</c>, <c>InvalidValue</c>, and what <see cref="ServiceHours.ToCalendar"/> refuses.</returns>
    public Task<CrmResult<Technician>> DescribeAsync(TechnicianId id, TechnicianProfile profile, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.describe-technician", id, expectedVersion, _ => CrmRuling.Permitted, (t, now) => t.Describe(profile, now), cancellationToken);

    /// <summary>Notes that a technician will not be there. Bookings that are made already stay.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="from">Since when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>, <c>VersionConflict</c>, <c>AbsenceReversed</c>, <c>TechnicianAbsent</c>, <c>AbsencesTooMany</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Technician>> NoteAbsenceAsync(
        TechnicianId id, Instant from, Instant until, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.note-absence", id, expectedVersion, t => t.CanBeAbsent(from, until), (t, now) => t.BeAbsent(TechnicianAbsenceId.New(now), from, until, reason, now), cancellationToken);

    /// <summary>Takes an absence back.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="absenceId">The absence.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>, <c>VersionConflict</c>, <c>AbsenceNotFound</c>.</returns>
    public Task<CrmResult<Technician>> TakeAbsenceBackAsync(TechnicianId id, TechnicianAbsenceId absenceId, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.take-absence-back", id, expectedVersion, t => t.CanBePresent(absenceId), (t, now) => t.BePresent(absenceId, now), cancellationToken);

    /// <summary>Takes a technician out of service. Bookings that are made already stay.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>, <c>VersionConflict</c>, <c>TechnicianNotActive</c>.</returns>
    public Task<CrmResult<Technician>> RetireAsync(TechnicianId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.retire-technician", id, expectedVersion, t => t.CanRetire(), (t, now) => t.Retire(now), cancellationToken);

    /// <summary>Puts a technician into service again.</summary>
    /// <inheritdoc cref="RetireAsync" path="/param" />
    /// <returns>The technician, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>, <c>VersionConflict</c>, <c>TechnicianActive</c>.</returns>
    public Task<CrmResult<Technician>> ReturnAsync(TechnicianId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.return-technician", id, expectedVersion, t => t.CanReturn(), (t, now) => t.Return(now), cancellationToken);

    /// <summary>Finds a technician.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The technician; null when there is none or the actor is not of the staff.</returns>
    public async Task<Technician?> FindAsync(TechnicianId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await technicians.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a technician by the id in the host's user directory.</summary>
    /// <param name="userId">The id.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The technician; null when there is none or the actor is not of the staff.</returns>
    public async Task<Technician?> FindAsync(string userId, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await technicians.FindByUserAsync(userId, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists technicians by name.</summary>
    /// <param name="activeOnly">Only those who can be booked.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The technicians; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<Technician>> ListAsync(bool activeOnly = true, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await technicians.ListAsync(activeOnly, cancellationToken).ConfigureAwait(false) : [];

    private Task<CrmResult<Technician>> ChangeAsync(
        string act, TechnicianId id, long? expectedVersion, Func<Technician, CrmRuling> may, Action<Technician, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, technicians.FindAsync(id, cancellationToken), e => e.TechnicianNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
