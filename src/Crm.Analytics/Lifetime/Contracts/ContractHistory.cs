using System.Runtime.InteropServices;

namespace Crm.Analytics.Lifetime;

/// <summary>A contract's life so far, in periods.</summary>
/// <param name="Renewals">How often it was renewed: periods begun after the first.</param>
/// <param name="Cancelled">Whether it was not renewed after that; otherwise it still runs.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ContractHistory(int Renewals, bool Cancelled);
