using Crm.Persistence.Specification.Service;

namespace Crm.Persistence.Sqlite.Tests.Service;

public sealed class CaseClosingTests(SqliteFixture fixture) : CaseClosingSpecification<SqliteFixture>(fixture), IClassFixture<SqliteFixture>;
