using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseIndexTests(SqliteFixture fixture) : CaseIndexSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
