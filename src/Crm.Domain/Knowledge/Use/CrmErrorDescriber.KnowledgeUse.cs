namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>The item is not linked with the record in this way.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeUseNotFound(string key) => Error(nameof(KnowledgeUseNotFound), "Knowledge item {0} is not linked so.", "knowledgeItem", key);
}
