using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class QueueMetricTests(SqliteFixture fixture) : QueueMetricSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
