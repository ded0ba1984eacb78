using System.Runtime.InteropServices;

namespace Crm.Analytics.Lifetime;

/// <summary>A history of a customer whose covariates are those of a group.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CovariateHistory(int Group, RecencyFrequency History) : IComparable<CovariateHistory>
{
    public int CompareTo(CovariateHistory other)
    {
        var order = Group.CompareTo(other.Group);
        return order != 0 ? order : History.CompareTo(other.History);
    }
}
