using Crm.Persistence.EfCore.Encryption;
using Crm.Persistence.EfCore.Sql;

namespace Crm.Persistence.EfCore.Model;

/// <summary>What every configuration needs to know: the options and the kind of database.</summary>
internal sealed class CrmModel(CrmModelOptions options, CrmDatabase database)
{
    public bool IsTenanted => options.IsTenanted;

    public bool LimitsVisibility => options.LimitsVisibility;

    public CrmAreas Areas => options.MappedAreas;

    public CrmDatabase Database => database;

    public PersonalDataKeys? PersonalDataKeys => options.PersonalDataKeys;

    public bool Maps(CrmAreas area) => options.MappedAreas.HasFlag(area);

    public string Name(string name) => options.Prefix + name;
}
