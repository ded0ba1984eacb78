using System.Globalization;
using System.Text;

namespace Crm.Samples.Console.Analysis;

/// <summary>A picture with two axes, drawn as SVG that takes its colours from the page.</summary>
internal sealed class Chart
{
    private const double Left = 66;
    private const double Right = 14;
    private const double Top = 14;
    private const double Bottom = 44;
    private const double Width = 760;
    private const double Height = 300;

    private readonly StringBuilder _body = new();
    private readonly (double From, double To) _x;
    private readonly (double From, double To) _y;

    /// <summary>Starts a picture; the vertical axis is marked at round numbers.</summary>
    public Chart(double fromX, double toX, double fromY, double toY, Func<double, string> label, string axis)
    {
        _x = (fromX, toX > fromX ? toX : fromX + 1);
        var step = Step(Math.Max(toY - fromY, 1e-9));
        _y = (step * Math.Floor(fromY / step), step * Math.Ceiling(Math.Max(toY, fromY + step) / step));
        for (var i = 0; i <= Math.Round((_y.To - _y.From) / step); i++)
        {
            var value = _y.From + (i * step);
            _body.Append(CultureInfo.InvariantCulture, $"<line class='grid' x1='{Left}' x2='{Width - Right}' y1='{Y(value):0.#}' y2='{Y(value):0.#}'/>");
            _body.Append(CultureInfo.InvariantCulture, $"<text class='tick' text-anchor='end' x='{Left - 8}' y='{Y(value) + 4:0.#}'>{Html.Text(label(value))}</text>");
        }

        _body.Append(CultureInfo.InvariantCulture, $"<text class='axis' transform='translate(13 {(Top + Height - Bottom) / 2:0}) rotate(-90)' text-anchor='middle'>{Html.Text(axis)}</text>");
    }

    public Chart Bar(double from, double to, double value, string style, string tip)
    {
        var (top, zero) = (Y(Math.Max(value, 0)), Y(Math.Min(Math.Max(0, _y.From), Math.Max(value, 0))));
        if (value < 0)
        {
            (top, zero) = (Y(0), Y(value));
        }

        _body.Append(CultureInfo.InvariantCulture, $"<rect class='{style}' x='{X(from):0.##}' y='{top:0.##}' width='{Math.Max(0.5, X(to) - X(from)):0.##}' height='{Math.Max(0, zero - top):0.##}'><title>{Html.Text(tip)}</title></rect>");
        return this;
    }

    public Chart Line(IEnumerable<(double X, double Y)> points, string style)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<polyline class='{style}' points='{Points(points)}'/>");
        return this;
    }

    /// <summary>The band between two lines over the same places.</summary>
    public Chart Band(IReadOnlyList<(double X, double Lower, double Upper)> points, string style)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<polygon class='{style}' points='{Points(points.Select(p => (p.X, p.Upper)))} {Points(points.Reverse().Select(p => (p.X, p.Lower)))}'/>");
        return this;
    }

    public Chart Dot(double x, double y, string style, string tip)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<circle class='{style}' cx='{X(x):0.##}' cy='{Y(y):0.##}' r='3.5'><title>{Html.Text(tip)}</title></circle>");
        return this;
    }

    /// <summary>An upright line with its name.</summary>
    public Chart Mark(double x, string name)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<line class='mark' x1='{X(x):0.##}' x2='{X(x):0.##}' y1='{Top}' y2='{Height - Bottom}'/><text class='note' x='{X(x) + 5:0.##}' y='{Top + 10}'>{Html.Text(name)}</text>");
        return this;
    }

    public Chart Label(double x, string text)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<text class='tick' text-anchor='middle' x='{X(x):0.##}' y='{Height - Bottom + 17}'>{Html.Text(text)}</text>");
        return this;
    }

    public Chart SecondLabel(double x, string text)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<text class='tick' text-anchor='middle' x='{X(x):0.##}' y='{Height - Bottom + 31}'>{Html.Text(text)}</text>");
        return this;
    }

    public Chart Below(string axis)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<text class='axis' text-anchor='middle' x='{(Left + Width - Right) / 2}' y='{Height - 6}'>{Html.Text(axis)}</text>");
        return this;
    }

    public string ToSvg(string title) => string.Create(
        CultureInfo.InvariantCulture, $"<svg role='img' aria-label='{Html.Text(title)}' viewBox='0 0 {Width} {Height}'>{_body}</svg>");

    /// <summary>A distance of 1, 2 or 5 times a power of ten that cuts a range into four to ten parts.</summary>
    public static double Step(double range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range);
        var power = Math.Pow(10, Math.Floor(Math.Log10(range / 4)));
        return (range / 4 / power) switch { < 2 => power, < 5 => 2 * power, _ => 5 * power };
    }

    private string Points(IEnumerable<(double X, double Y)> points) =>
        string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(p.X):0.##},{Y(p.Y):0.##}")));

    private double X(double x) => Left + ((x - _x.From) / (_x.To - _x.From) * (Width - Left - Right));

    private double Y(double y) => Top + ((_y.To - y) / (_y.To - _y.From) * (Height - Top - Bottom));
}
