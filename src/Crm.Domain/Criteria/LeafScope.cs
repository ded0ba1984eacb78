using Crm.Domain.Primitives;

namespace Crm.Domain.Criteria;

/// <summary>One condition while it is compiled: where it stands, when it is evaluated, and what is wrong with it.</summary>
internal sealed class LeafScope(Condition condition, string path, CriteriaMoment moment, ICriteriaSource source, CrmErrorDescriber errors, List<CrmError> refused)
{
    public Condition Condition => condition;

    public string Path => path;

    public CriteriaMoment Moment => moment;

    public ICriteriaSource Source => source;

    public CrmErrorDescriber Errors => errors;

    public List<CrmError> Refused => refused;

    /// <summary>Says that the value does not suit, and gives nothing.</summary>
    public T? InvalidValue<T>(string expected)
        where T : class
    {
        refused.Add(errors.CriteriaValueInvalid($"{path}.value", condition.Field, expected));
        return null;
    }

    public LeafScope For(Condition other, string otherPath) => new(other, otherPath, moment, source, errors, refused);
}
