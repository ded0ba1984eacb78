using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class ServiceLevelTests(SqliteFixture fixture) : ServiceLevelSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
