using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class EventVocabulary(EventDescriptions descriptions, IEnumerable<IRuleSubject> subjects, CrmDb db) : IAutomationEvents
{
    private readonly Dictionary<Type, string> _kinds = subjects.ToDictionary(s => s.IdType, s => s.Kind);

    public IReadOnlyList<string> Names => descriptions.Names;

    public AutomationEvent? Find(string name) => descriptions.Find(name, _kinds);

    public bool Keeps(string kind) => kind switch
    {
        SubjectKinds.Case => db.Maps(CrmAreas.Service),
        SubjectKinds.Lead or SubjectKinds.Opportunity or SubjectKinds.Quote => db.Maps(CrmAreas.Sales),
        "segment" => db.Maps(CrmAreas.Marketing),
        "webhook" => db.Maps(CrmAreas.Automation),
        SubjectKinds.Order => db.Maps(CrmAreas.Orders),
        _ => true,
    };
}
