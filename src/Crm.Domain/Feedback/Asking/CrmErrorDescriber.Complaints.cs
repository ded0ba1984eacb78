namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>Complaints have no such category.</summary>
    /// <param name="category">The category.</param>
    /// <param name="known">The categories that there are, joined.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ComplaintCategoryUnknown(string category, string known) =>
        Error(nameof(ComplaintCategoryUnknown), "Complaints have no category {0}; there is {1}.", "category", category, known);
}
