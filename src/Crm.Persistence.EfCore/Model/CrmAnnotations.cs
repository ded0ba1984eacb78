namespace Crm.Persistence.EfCore.Model;

/// <summary>Names of the annotations by which the model says what is ours.</summary>
internal static class CrmAnnotations
{
    /// <summary>On every entity type of ours.</summary>
    public const string Entity = "Crm:Entity";

    /// <summary>On parts of an aggregate: the property that holds the root's id.</summary>
    public const string RootKey = "Crm:RootKey";

    /// <summary>On properties that point at a customer: how they behave in merges.</summary>
    public const string CustomerReference = "Crm:CustomerReference";

    /// <summary>On properties: what they say about a person, or why they say nothing.</summary>
    public const string PersonalData = "Crm:PersonalData";

    /// <summary>On entities whose rows an erasure deletes.</summary>
    public const string WhenErased = "Crm:WhenErased";

    /// <summary>On rows of the infrastructure: neither filtered by tenant nor audited.</summary>
    public const string Infrastructure = "Crm:Infrastructure";

    /// <summary>On columns that are derived from others when saving: not audited.</summary>
    public const string Derived = "Crm:Derived";

    /// <summary>On parts of an aggregate that say again what its other rows or acts say: not audited.</summary>
    public const string Unaudited = "Crm:Unaudited";

    /// <summary>On properties that point at an aggregate whose change belongs to the same act: what sets them is not saved without it.</summary>
    public const string StandsWith = "Crm:StandsWith";

    /// <summary>On the model: the mapped areas.</summary>
    public const string Areas = "Crm:Areas";

    /// <summary>On the model: whether tenants are kept apart.</summary>
    public const string Tenanted = "Crm:Tenanted";

    /// <summary>On the model: how names begin.</summary>
    public const string Prefix = "Crm:Prefix";

    /// <summary>On the model: the keys under which personal data is encrypted.</summary>
    public const string PersonalDataKeys = "Crm:PersonalDataKeys";

    /// <summary>On encrypted properties: their cipher.</summary>
    public const string Cipher = "Crm:Cipher";

    /// <summary>On the model: that agents see the records which their roles let them see.</summary>
    public const string Visibility = "Crm:Visibility";

    /// <summary>Name of the filter of record visibility.</summary>
    public const string VisibilityFilter = "crm-visibility";

    /// <summary>Name of the tenant filter.</summary>
    public const string TenantFilter = "crm-tenant";

    /// <summary>Name of the tenant column.</summary>
    public const string TenantId = "TenantId";
}
