using System.Runtime.InteropServices;

namespace Crm.Analytics.Baskets;

/// <summary>The days on which a customer's purchases complete a pattern, ascending, and the gap before the first of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PatternEnds(int Buyer, List<int> Days, int Gap);
