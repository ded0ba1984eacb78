using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Access;

/// <summary>What every front door shares: the gate, the clock, the words, and the order in which an act is checked.</summary>
/// <remarks>Scoped service.</remarks>
public sealed class CrmActs(CrmGate gate, IClock clock, CrmErrorDescriber errors, IAccessLog? accesses = null)
{
    /// <summary>The gate.</summary>
    public CrmGate Gate => gate;

    /// <summary>The words of refusals.</summary>
    public CrmErrorDescriber Errors => errors;

    /// <summary>The current instant, truncated to the microseconds that every database keeps.</summary>
    public Instant Now => clock.GetCurrentInstant().ToMicroseconds();

    /// <summary>Notes that one record was read, where the host keeps a log of that.</summary>
    /// <param name="subject">The record.</param>
    /// <param name="act">Name of what was read.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>When it is noted.</returns>
    public Task NoteReadAsync(SubjectReference subject, string act, CancellationToken cancellationToken = default) =>
        accesses?.NoteAsync(subject, act, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Makes something new: gate first, then the rules of the thing itself.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="act">Name of the act for the gate.</param>
    /// <param name="make">Makes it at the given instant; argument errors and overflows become <c>InvalidValue</c>, broken rules their own errors.</param>
    /// <param name="cancellationToken">Cancels the act before it begins.</param>
    /// <returns>What was made, or why not.</returns>
    public async Task<CrmResult<T>> MakeAsync<T>(string act, Func<Instant, Task<CrmResult<T>>> make, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(make);
        cancellationToken.ThrowIfCancellationRequested();
        return gate.MayAct(act) is { IsPermitted: false } refused ? refused.ToError(errors) : await MakeOwnAsync(make, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes something to which the caller brings a right of its own, such as a token or a record it acts for: the gate is not asked.</summary>
    /// <typeparam name="T">What is made.</typeparam>
    /// <param name="make">Makes it at the given instant; argument errors and overflows become <c>InvalidValue</c>, broken rules their own errors.</param>
    /// <param name="cancellationToken">Cancels the act before it begins.</param>
    /// <returns>What was made, or why not.</returns>
    public async Task<CrmResult<T>> MakeOwnAsync<T>(Func<Instant, Task<CrmResult<T>>> make, CancellationToken cancellationToken = default)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(make);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await make(Now).ConfigureAwait(false);
        }
        catch (ArgumentException invalid)
        {
            return Invalid(invalid);
        }
        catch (CrmRuleException broken)
        {
            return CrmResult<T>.Failed(broken.Errors);
        }
        catch (OverflowException invalid)
        {
            return errors.InvalidValue("value", invalid.Message);
        }
        catch (FormatException invalid)
        {
            return errors.InvalidValue("value", invalid.Message);
        }
    }

    /// <summary>Changes a loaded aggregate: gate, existence, version, question twin, act, in this order.</summary>
    /// <typeparam name="T">The aggregate type.</typeparam>
    /// <param name="act">Name of the act for the gate.</param>
    /// <param name="found">The aggregate; null when there is none.</param>
    /// <param name="missing">The error when there is none.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="may">The question twin.</param>
    /// <param name="change">The act; argument errors and overflows become <c>InvalidValue</c>, broken rules their own errors.</param>
    /// <param name="cancellationToken">Cancels the act before it begins.</param>
    /// <returns>The changed aggregate, or why it was not changed. The caller saves.</returns>
    public async Task<CrmResult<T>> ChangeAsync<T>(
        string act,
        Task<T?> found,
        Func<CrmErrorDescriber, CrmError> missing,
        long? expectedVersion,
        Func<T, CrmRuling> may,
        Action<T, Instant> change,
        CancellationToken cancellationToken = default)
        where T : class, IAggregateRoot
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(missing);
        ArgumentNullException.ThrowIfNull(may);
        ArgumentNullException.ThrowIfNull(change);
        var aggregate = await found.ConfigureAwait(false);
        return await MakeAsync(act, now => Task.FromResult(Change(aggregate, missing, expectedVersion, may, change, now)), cancellationToken).ConfigureAwait(false);
    }

    private CrmResult<T> Change<T>(
        T? aggregate, Func<CrmErrorDescriber, CrmError> missing, long? expectedVersion, Func<T, CrmRuling> may, Action<T, Instant> change, Instant now)
        where T : class, IAggregateRoot
    {
        if (aggregate is null)
        {
            return missing(errors);
        }

        if (expectedVersion is { } expected && expected != aggregate.Version)
        {
            return errors.VersionConflict($"{typeof(T).Name} {aggregate.AggregateId}");
        }

        if (may(aggregate) is { IsPermitted: false } refused)
        {
            return refused.ToError(errors);
        }

        change(aggregate, now);
        return aggregate;
    }

    private CrmError Invalid(ArgumentException invalid)
    {
        // ArgumentException appends " (Parameter 'x')"; the target says that already.
        var message = invalid.Message;
        var suffix = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return errors.InvalidValue(invalid.ParamName ?? "value", suffix < 0 ? message : message[..suffix]);
    }
}
