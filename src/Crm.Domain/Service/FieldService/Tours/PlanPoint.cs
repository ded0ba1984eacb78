using System.Runtime.InteropServices;

namespace Crm.Domain.Service;

/// <summary>A place in a plan. Its axes mean what the plan's <see cref="VisitTravel"/> makes of them: a plane, or longitude and latitude.</summary>
/// <param name="X">To the east: a length, or the longitude in degrees.</param>
/// <param name="Y">To the north: a length, or the latitude in degrees.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlanPoint(double X, double Y);
