namespace Crm.Domain.Access;

/// <summary>What one actor may: acts, records and fields.</summary>
public sealed class CrmRights
{
    private readonly Actor _actor;
    private readonly List<CrmRole>? _roles;
    private readonly CrmRights? _delegator;

    // No list of roles stands for somebody whom roles do not restrict.
    internal CrmRights(Actor actor, List<CrmRole>? roles, CrmRights? delegator) => (_actor, _roles, _delegator) = (actor, roles, delegator);

    /// <summary>Whether any field is kept from the actor.</summary>
    public bool RestrictsFields => _roles is not null || _delegator is { RestrictsFields: true };

    /// <summary>Which records the actor sees.</summary>
    public CrmSight Sight => _roles is null
        ? CrmSight.Everything
        : (_roles.Count == 0 ? RecordVisibility.Nothing : _roles.Max(r => r.Sees)) switch
        {
            RecordVisibility.All => CrmSight.Everything,
            RecordVisibility.Nothing => CrmSight.Nothing,
            var sees => new CrmSight(
                false, _actor.Id, sees >= RecordVisibility.Team ? _actor.Teams : [], sees >= RecordVisibility.Territory ? _actor.Territories : []),
        };

    /// <summary>Which records the colleague sees for whom the actor acts; everything where it acts for itself.</summary>
    public CrmSight DelegatorSight => _delegator?.Sight ?? CrmSight.Everything;

    /// <summary>Whether roles allow an act. That only staff acts, <see cref="CrmGate.MayAct"/> says.</summary>
    /// <param name="act">Name of the act.</param>
    /// <returns>True when a role allows it and does not forbid it.</returns>
    public bool MayAct(string act)
    {
        ArgumentException.ThrowIfNullOrEmpty(act);
        return (_roles is null || _roles.Exists(r => r.Allows.Any(a => Covers(a, act)) && !r.Forbids.Any(a => Covers(a, act)))) && _delegator?.MayAct(act) is not false;
    }

    /// <summary>Whether the actor may read a field.</summary>
    /// <param name="record">The type of record, such as <c>Customer</c>, <c>Person</c> or <c>Opportunity</c>.</param>
    /// <param name="field">The field as the audit names it, its part before it: <c>BirthDate</c>, <c>ContactPoint.Value</c>, <c>CustomFields:income</c>.</param>
    /// <returns>True when one of the roles shows it.</returns>
    public bool MayRead(string record, string field) =>
        (_roles is null || _roles.Exists(r => !r.Hides.Any(f => Names(f, record, field)))) && _delegator?.MayRead(record, field) is not false;

    /// <summary>Whether no field of a type of record is kept from the actor.</summary>
    /// <param name="record">The type of record.</param>
    /// <returns>True when one of the roles hides nothing of it.</returns>
    public bool MayReadAll(string record) =>
        (_roles is null || _roles.Exists(r => !r.Hides.Any(f => f.StartsWith(record + ".", StringComparison.Ordinal)))) && _delegator?.MayReadAll(record) is not false;

    /// <summary>Whether the actor may change a field.</summary>
    /// <param name="record">The type of record.</param>
    /// <param name="field">The field as the audit names it.</param>
    /// <returns>True when one of the roles neither hides nor protects it.</returns>
    public bool MayWrite(string record, string field) =>
        (_roles is null || _roles.Exists(r => !r.Hides.Concat(r.Protects).Any(f => Names(f, record, field)))) && _delegator?.MayWrite(record, field) is not false;

    private static bool Covers(string pattern, string act) =>
        pattern == "*" || pattern == act || (pattern.EndsWith(".*", StringComparison.Ordinal) && act.StartsWith(pattern[..^1], StringComparison.Ordinal));

    private static bool Names(string rule, string record, string field)
    {
        var dot = rule.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0 || rule[..dot] != (record is "Person" or "Organisation" ? "Customer" : record))
        {
            return false;
        }

        // A name stands for what is within it: Name for Name.Family, ContactPoint for each field of one.
        var name = rule[(dot + 1)..];
        return name == "*" || field == name
            || (field.StartsWith(name, StringComparison.Ordinal) && field[name.Length] is '.' or ':' or '/');
    }
}
