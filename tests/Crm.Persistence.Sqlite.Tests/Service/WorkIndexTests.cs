using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class WorkIndexTests(SqliteFixture fixture) : WorkIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
